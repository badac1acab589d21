internal import GRDB

/// The registry's tables, as migrations that are never edited after a release.
///
/// Tables are STRICT and keyed; days are ISO texts, amounts whole fen, states the raw values of
/// `CaseState`. What the office recorded stands once, as JSON in `officeFact`; the views named
/// after the forms show its columns. Steps and book entries follow from the facts and are checked
/// against them by `verify`.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 rounds, cases and what people decide") { database in
      try database.execute(sql: tables)
      try database.execute(sql: views)
    }
    migrator.registerMigration("quality of rounds") { database in
      try database.execute(sql: RoundQuality.table)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE policy (
      digest TEXT PRIMARY KEY, name TEXT NOT NULL, content TEXT NOT NULL) STRICT;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      runID TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('intake', 'rescreen')),
      round TEXT,
      asOf TEXT NOT NULL,
      policy TEXT NOT NULL REFERENCES policy (digest),
      toolVersion TEXT NOT NULL,
      factsThrough INTEGER NOT NULL,
      review TEXT) STRICT;
    CREATE INDEX runByIdentifier ON run (runID);

    CREATE TABLE round (
      name TEXT PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      catalog TEXT NOT NULL) STRICT;

    CREATE TABLE unit (
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      aliases TEXT NOT NULL,
      type TEXT,
      servingMembers INTEGER CHECK (servingMembers >= 0),
      retiredMembers INTEGER CHECK (retiredMembers >= 0),
      affiliated INTEGER CHECK (affiliated IN (0, 1)),
      round TEXT NOT NULL) STRICT;

    CREATE TABLE assistanceCase (
      id INTEGER PRIMARY KEY,
      caseID TEXT NOT NULL UNIQUE,
      round TEXT NOT NULL REFERENCES round (name) DEFERRABLE INITIALLY DEFERRED,
      unitCode TEXT NOT NULL REFERENCES unit (code),
      state TEXT NOT NULL,
      appliedOn TEXT NOT NULL,
      category TEXT, cause TEXT, applicantName TEXT) STRICT;
    CREATE INDEX caseByRound ON assistanceCase (round);
    CREATE INDEX caseByState ON assistanceCase (state);

    CREATE TABLE filing (
      id INTEGER PRIMARY KEY,
      assistanceCase INTEGER NOT NULL REFERENCES assistanceCase (id) ON DELETE CASCADE,
      digest BLOB NOT NULL,
      content BLOB,
      UNIQUE (assistanceCase, digest)) STRICT;

    CREATE TABLE screening (
      id INTEGER PRIMARY KEY,
      assistanceCase INTEGER NOT NULL REFERENCES assistanceCase (id) ON DELETE CASCADE,
      filing INTEGER NOT NULL REFERENCES filing (id),
      basis TEXT NOT NULL CHECK (basis IN ('declared', 'verified')),
      policy TEXT NOT NULL REFERENCES policy (digest),
      screenedOn TEXT NOT NULL,
      referenceDay TEXT,
      runsThrough INTEGER NOT NULL,
      factsThrough INTEGER NOT NULL,
      outcome TEXT NOT NULL
        CHECK (outcome IN ('eligible', 'ineligible', 'undetermined', 'merged')),
      decisions TEXT NOT NULL,
      disposableLow INTEGER NOT NULL, disposableHigh INTEGER NOT NULL,
      supportLow INTEGER NOT NULL, supportHigh INTEGER NOT NULL,
      expenditureLow INTEGER NOT NULL, expenditureHigh INTEGER NOT NULL,
      sizeLow INTEGER NOT NULL, sizeHigh INTEGER NOT NULL,
      perCapitaLow INTEGER NOT NULL, perCapitaHigh INTEGER NOT NULL,
      threshold INTEGER, hardshipType TEXT,
      readings INTEGER NOT NULL CHECK (readings > 0)) STRICT;
    CREATE INDEX screeningByCase ON screening (assistanceCase, id);
    CREATE INDEX screeningByFiling ON screening (filing);

    CREATE TABLE person (
      assistanceCase INTEGER NOT NULL REFERENCES assistanceCase (id) ON DELETE CASCADE,
      role TEXT NOT NULL,
      identity TEXT, survivingDigits TEXT, damage TEXT, foldedName TEXT, births TEXT NOT NULL,
      phone TEXT, account TEXT, deceasedIdentity TEXT, deceasedName TEXT,
      PRIMARY KEY (assistanceCase, role)) STRICT, WITHOUT ROWID;
    CREATE INDEX personByIdentity ON person (identity) WHERE identity IS NOT NULL;
    CREATE INDEX personByDeceased ON person (deceasedIdentity) WHERE deceasedIdentity IS NOT NULL;

    CREATE TABLE duplicatePair (
      run INTEGER NOT NULL REFERENCES run (id),
      pairID TEXT NOT NULL,
      kind TEXT NOT NULL,
      caseA TEXT NOT NULL, caseB TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (run, pairID, kind)) STRICT, WITHOUT ROWID;
    CREATE INDEX pairByIdentifier ON duplicatePair (pairID);

    CREATE TABLE clusterMember (
      run INTEGER NOT NULL REFERENCES run (id),
      clusterID TEXT NOT NULL,
      recordID TEXT NOT NULL,
      kind TEXT NOT NULL,
      caseID TEXT NOT NULL,
      PRIMARY KEY (run, clusterID, recordID, kind)) STRICT, WITHOUT ROWID;

    CREATE TABLE officeImport (
      id INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      importedOn TEXT NOT NULL,
      accepted INTEGER NOT NULL CHECK (accepted >= 0),
      known INTEGER NOT NULL CHECK (known >= 0),
      rejected INTEGER NOT NULL CHECK (rejected >= 0)) STRICT;

    CREATE TABLE officeFact (
      id INTEGER PRIMARY KEY,
      officeImport INTEGER REFERENCES officeImport (id),
      run INTEGER REFERENCES run (id),
      form TEXT NOT NULL,
      day TEXT,
      place TEXT NOT NULL,
      key BLOB NOT NULL UNIQUE,
      content TEXT NOT NULL CHECK (json_valid(content)),
      digest BLOB NOT NULL,
      pruned INTEGER NOT NULL DEFAULT 0 CHECK (pruned IN (0, 1)),
      CHECK ((officeImport IS NULL) <> (run IS NULL))) STRICT;
    CREATE INDEX factByForm ON officeFact (form, day);

    CREATE TABLE factCase (
      assistanceCase INTEGER NOT NULL REFERENCES assistanceCase (id),
      fact INTEGER NOT NULL REFERENCES officeFact (id) ON DELETE CASCADE,
      PRIMARY KEY (assistanceCase, fact)) STRICT, WITHOUT ROWID;

    CREATE TABLE caseStep (
      id INTEGER PRIMARY KEY,
      assistanceCase INTEGER NOT NULL REFERENCES assistanceCase (id) ON DELETE CASCADE,
      form TEXT,
      fromState TEXT,
      toState TEXT NOT NULL,
      happenedOn TEXT NOT NULL,
      actor TEXT NOT NULL,
      reason TEXT NOT NULL) STRICT;
    CREATE INDEX stepByCase ON caseStep (assistanceCase, id);

    CREATE TABLE bookEntry (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('income', 'commitment', 'payment', 'release')),
      bookedOn TEXT NOT NULL,
      credit TEXT NOT NULL,
      debit TEXT NOT NULL CHECK (debit <> credit),
      amount INTEGER NOT NULL CHECK (amount > 0),
      voucher TEXT NOT NULL,
      assistanceCase INTEGER REFERENCES assistanceCase (id),
      unitCode TEXT NOT NULL,
      CHECK (credit NOT LIKE '%财政资金%')) STRICT;
    CREATE INDEX entryByCase ON bookEntry (assistanceCase);
    """

  private static let views = """
    CREATE VIEW household AS
      SELECT c.caseID, s.sizeLow, s.sizeHigh, s.disposableLow, s.disposableHigh, s.supportLow,
        s.supportHigh, s.expenditureLow, s.expenditureHigh, s.perCapitaLow, s.perCapitaHigh
      FROM assistanceCase c JOIN screening s ON s.id =
        (SELECT max(id) FROM screening WHERE assistanceCase = c.id);

    CREATE VIEW verdict AS
      SELECT content ->> '$.adjudication._0.pairID' AS pairID,
        content ->> '$.adjudication._0.verdict' AS verdict, day AS decidedOn, id AS fact
      FROM officeFact WHERE form = 'adjudications';

    CREATE VIEW decision AS
      SELECT content ->> '$.decision._0.caseID' AS caseID,
        content ->> '$.decision._0.verdict' AS verdict,
        content ->> '$.decision._0.measure' AS measure,
        content ->> '$.decision._0.amount' AS amount, day AS decidedOn,
        content ->> '$.decision._0.documentNumber' AS documentNumber, id AS fact
      FROM officeFact WHERE form = 'decisions';

    CREATE VIEW disbursement AS
      SELECT content ->> '$.disbursement._0.caseID' AS caseID,
        content ->> '$.disbursement._0.amount' AS amount, day AS paidOn,
        content ->> '$.disbursement._0.voucher' AS voucher, id AS fact
      FROM officeFact WHERE form = 'disbursements';

    CREATE VIEW visit AS
      SELECT content ->> '$.visit._0.caseID' AS caseID, day AS visitedOn,
        content ->> '$.visit._0.relief' AS relief,
        content ->> '$.visit._0.recommendation' AS recommendation, id AS fact
      FROM officeFact WHERE form = 'visits';

    CREATE VIEW donation AS
      SELECT content ->> '$.donation._0.unitCode' AS unitCode,
        content ->> '$.donation._0.year' AS year, content ->> '$.donation._0.donors' AS donors,
        content ->> '$.donation._0.amount' AS amount, day AS receivedOn, id AS fact
      FROM officeFact WHERE form = 'donations';

    CREATE VIEW allocation AS
      SELECT content ->> '$.allocation._0.source' AS source,
        content ->> '$.allocation._0.amount' AS amount, day AS receivedOn, id AS fact
      FROM officeFact WHERE form = 'allocations';

    CREATE VIEW caseExit AS
      SELECT c.caseID, s.happenedOn, s.reason, s.actor
      FROM caseStep s JOIN assistanceCase c ON c.id = s.assistanceCase
      WHERE s.toState IN ('exited', 'withdrawn');
    """
}
