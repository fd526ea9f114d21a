# make demo      runs the whole system on this machine and shows it
# make test      builds and runs every test
# make presence  measures how well absences are found in simulated homes, and holds it against the goals
# make bench     measures signatures and sealing, and holds them against bars
# make gas       measures what the contracts cost, and holds it against bars
CONFIGURATION := Release
BIN = artifacts/bin/$(1)/release

.PHONY: setup build demo test bench presence gas hardware clean

setup:
	@.ci/setup

build: setup
	@dotnet build Quarantine.sln --configuration $(CONFIGURATION) --no-restore --nologo --verbosity quiet

demo: build
	@dotnet $(call BIN,Quarantine.Demo)/quarantine-demo.dll

test: build
	@.ci/test

bench: build
	@dotnet run --project tests/Quarantine.Benchmarks --configuration $(CONFIGURATION) --no-build -- ring seal timing

presence: build
	@dotnet $(call BIN,Quarantine.PresenceTrials)/quarantine-presence-trials.dll

gas: setup
	@cd contracts && node scripts/gas.mjs

# Writes what follows from hardware/pinmap.json and the tables beside it: the firmware's pins, the page's tables, the wiring pictures.
hardware:
	@dotnet run --project hardware/generator --configuration $(CONFIGURATION) -- write

clean:
	@rm -rf artifacts
