.DEFAULT_GOAL := help
MVN ?= $(shell command -v mvn 2>/dev/null || echo ./mvnw)
MAVEN := $(MVN) --batch-mode --no-transfer-progress

help: ## Show what there is
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-10s %s\n", $$1, $$2}'

run: ## Build what is needed and start the platform on port 9000 with demo data
	@bash bin/run

test: ## Everything that CI runs
	@command -v curl >/dev/null || (apt-get update -qq && apt-get install -y -qq curl)
	bash bin/tesseract
	bash bin/web
	npm --prefix webapps run budget --silent
	bash bin/beside "npm --prefix webapps run check --silent" $(MAVEN) -T 2 clean verify
	npm --prefix engine/server/src/test/js ci --silent
	npm --prefix engine/server/src/test/js test
	bash bin/smoke

e2e: ## Drive the pages in Chromium on a platform started for it (ARGS= for Playwright)
	@bash bin/e2e $(ARGS)

screenshots: ## Take the README's pictures anew
	@bash bin/with-platform node bin/screenshots.mjs

demo: ## Walk a sample process through all its steps on a running platform, printing each call
	@node bin/demo.mjs $(SAMPLE)

openapi: ## Write engine/openapi.json from the code
	$(MAVEN) -q -pl engine/server -am verify -Dtest=None -Dit.test=OpenApiIT -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dfailsafe.failIfNoSpecifiedTests=false -Dskip.it.postgresql=true -Dspotless.check.skip -Dflowmaster.openapi.write=true

MODELS ?= engine/server/src/test/resources/models
agreement: ## Compare validation with the engine over every model in the folder MODELS
	$(MAVEN) -q -pl engine/server -am verify -Dtest=None -Dit.test=ModelAgreementIT -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dfailsafe.failIfNoSpecifiedTests=false -Dskip.it.postgresql=true -Dspotless.check.skip -Dlogging.level.org.camunda=off \
	  -Dflowmaster.models=$(abspath $(MODELS)) > engine/server/target/agreement.log 2>&1; status=$$?; cat engine/server/target/agreement.md; exit $$status

bench: ## Measure beside stock Camunda 7 and Flowable on PostgreSQL, one table (QUICK=1, ROUNDS=, ROWS=)
	@bash bin/bench

bench-ui: ## Measure how soon the pages answer, with 100,000 open tasks and a diagram of 1,000 elements
	@bash bin/bench-ui

TCK ?= TestCases/compliance-level-3
tck: ## Evaluate the DMN compatibility kit in the folder TCK, and print how much is right
	$(MAVEN) -q -pl dmn -am test -Dtest=TckConformanceTest -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip \
	  -Dflowmaster.tck=$(abspath $(TCK)) > dmn/target/tck.log 2>&1; status=$$?; cat dmn/target/tck.md; exit $$status

SETS ?= search-sets
PASSAGES ?= 100000
bench-search: ## Measure the search on the test sets in the folder SETS, and how quick it is among PASSAGES passages
	mkdir -p extensions/ai/target && rm -f extensions/ai/target/search*.md
	$(MAVEN) -q -pl extensions/ai -am test -Dtest='SearchQualityTest,SearchSpeedTest' -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip \
	  -Dflowmaster.search-sets=$(abspath $(SETS)) -Dflowmaster.search-passages=$(PASSAGES) > extensions/ai/target/search.log 2>&1; status=$$?; cat extensions/ai/target/search*.md; exit $$status

fuzz: ## Send hostile requests (REQUESTS=20000 SEED=1) to a platform started for it
	@bash bin/with-platform node bin/fuzz.mjs

durability: ## Kill one of two loaded nodes (KILLS=50 SEED=1) again and again, and compare what was told with what is there
	@bash bin/postgres node bin/durability.mjs

two-nodes: ## What bin/smoke tries on one node, on two with one PostgreSQL that answer by turns (ARGS= for another command)
	@bash bin/postgres node bin/two-nodes.mjs $(or $(ARGS),bash bin/smoke)

fmt: ## Format the code
	$(MAVEN) -q spotless:apply

.PHONY: help run test e2e screenshots demo openapi agreement tck bench bench-ui bench-search fuzz durability two-nodes fmt
