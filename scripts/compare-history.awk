# Compares the registry's book entries with the expected totals of the worked history, to the fen.
#
#   awk -f scripts/compare-history.awk expected.csv book_entries.csv
#
# Prints what was raised and used, the closing balance and the households helped beside what is
# expected; every other total only where it differs. Ends with 1 where one differs.

BEGIN { FS = ","; split("2013 2014 2015", years, " ") }

FNR == 1 {
  sub(/^\357\273\277/, "")
  delete column
  for (at = 1; at <= NF; at++) column[$at] = at
  file++
  next
}

file == 1 {
  if ($1 ~ /^(raised_fen|used_fen|payments|approved_fen|households_helped|closing_balance_fen)$/)
    expected[$1 " " $2 " " $3] = $4
  next
}

{
  kind = $column["kind"]
  year = substr($column["booked_on"], 1, 4)
  amount = $column["amount_fen"]
}

kind == "income" {
  split($column["credit"], account, "/")
  count("raised_fen", account[3], account[2], amount)
  cash[account[3]] += amount
}

kind == "payment" {
  split($column["debit"], account, "/")
  count("used_fen", year, account[2], amount)
  count("payments", year, account[2], 1)
  help($column["case_id"], year, account[2])
  cash[year] -= amount
}

kind == "commitment" { found["approved_fen " year " all"] += amount }
kind == "commitment" { found["approved_fen all all"] += amount }

END {
  for (at = 1; at <= 3; at++)
    found["closing_balance_fen " years[at] " all"] = balance += cash[years[at]]
  for (key in expected)
    if (key !~ /^approved_fen/ || key ~ /all$/) compare(key)
  for (key in found) if (!(key in expected)) compare(key)
  print "                              expected                found"
  show("raised_fen", "raised, yuan")
  show("used_fen", "used, yuan")
  show("closing_balance_fen", "balance, yuan")
  show("households_helped", "households")
  printf "%d totals compared, %d differ\n", compared, differing
  exit (differing > 0)
}

# A household is one case here; it counts once for each year and measure.
function help(caseID, year, measure,    when, what) {
  for (when = 1; when <= 2; when++)
    for (what = 1; what <= 2; what++) {
      key = (when == 1 ? year : "all") " " (what == 1 ? measure : "all")
      if (!seen[caseID " " key]++) found["households_helped " key]++
    }
}

function count(quantity, year, key, value) {
  found[quantity " " year " " key] += value
  found[quantity " " year " all"] += value
  found[quantity " all " key] += value
  found[quantity " all all"] += value
}

function compare(key) {
  compared++
  if (expected[key] + 0 == found[key] + 0) return
  differing++
  printf "differs: %s expected %d, found %d\n", key, expected[key], found[key]
}

function show(quantity, label,    at, key) {
  for (at = 1; at <= 4; at++) {
    key = quantity " " (at < 4 ? years[at] : "all") " all"
    if (key in expected)
      printf "%-14s %-5s %16s %20s\n", label, at < 4 ? years[at] : "all", \
        shown(quantity, expected[key]), shown(quantity, found[key])
  }
}

function shown(quantity, value) {
  return quantity ~ /fen$/ ? sprintf("%.2f", value / 100) : value
}
