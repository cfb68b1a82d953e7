# Thin on purpose: the work is in engawa.sh and packaging/. `make run` and `make test` are all one needs.
.PHONY: help run test check lint fix bench pictures lock
help run test check lint fix bench pictures lock:
	@./engawa.sh $@ $(ARGS)
.DEFAULT_GOAL := help
