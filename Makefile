# Two commands: `make run` takes the sample round to a published run directory, `make test` runs
# all tests. `make history` runs three years of the programme and compares the totals. All install
# what is missing first and say so.
.PHONY: run history test lint setup clean

run: setup
	scripts/run-sample

history: setup
	scripts/run-history

test: setup
	scripts/run-tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

setup:
	@scripts/set-up

clean:
	rm -rf .build
