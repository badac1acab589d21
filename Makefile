# Two commands: `make run` takes the sample round to a published run directory, `make test` runs
# all tests. Both install what is missing first and say so.
.PHONY: run test lint setup clean

run: setup
	scripts/run-sample

test: setup
	scripts/run-tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

setup:
	@scripts/set-up

clean:
	rm -rf .build
