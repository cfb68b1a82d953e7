# Thin on purpose: the work is in engawa.sh and packaging/. `make run` and `make test` are all one needs.
.PHONY: help run test check lint fix bench pictures lock bundle deb kit
help run test check lint fix bench pictures lock bundle deb kit:
	@./engawa.sh $@ $(ARGS)
.DEFAULT_GOAL := help
