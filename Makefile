# Heijun: `make run` shows the product, `make test` proves it. Both install what they need first.

BUILD_PACKAGES = libsqlite3-dev libxml2-dev zlib1g-dev libssl-dev coinor-libclp-dev libzip-dev \
    libxlsxwriter-dev pkg-config
TEST_PACKAGES = $(BUILD_PACKAGES) coinor-cbc glpk-utils libxml2-utils mandoc patchelf binutils
# What stands beside Heijun in the benchmark, and what compiles and runs it.
PEER_PACKAGES = python3 python3-lxml gcc libc6-dev util-linux

RELEASE = .build/release/heijun
SWIFT_RELEASE = swift build -c release --static-swift-stdlib --product heijun

# Installs the Debian packages named by $(1) that are missing; says what to do where it may not.
define install
	@missing=; for package in $(1); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as_root=; elif command -v sudo >/dev/null; then as_root=sudo; else \
	    echo "Heijun needs these packages; ask an administrator to run:" >&2; \
	    echo "    apt-get install$$missing" >&2; exit 1; fi; \
	echo "installing:$$missing"; \
	$$as_root apt-get update -q >/dev/null && \
	DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -q --no-install-recommends $$missing >/dev/null || { \
	    echo "These packages could not be installed:$$missing" >&2; \
	    echo "Check the connection to the package mirror, or install them by hand." >&2; exit 1; }
endef

.PHONY: run test check lint build benchmark package clean

build:
	$(call install,$(BUILD_PACKAGES))
	@$(SWIFT_RELEASE)

run: build
	@sh Inventory/demo.sh $(RELEASE)

test:
	$(call install,$(TEST_PACKAGES))
	swift build --build-tests
	swift test --skip-build

# The tests of the import under AddressSanitizer, in a build folder of their own.
check:
	$(call install,$(TEST_PACKAGES))
	swift build --build-tests --sanitize=address --scratch-path .build-asan
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no swift test --skip-build --sanitize=address \
	    --scratch-path .build-asan --filter HeijunImportTests

lint:
	swift format lint --strict -r Package.swift Sources Tests

benchmark: build
	$(call install,$(TEST_PACKAGES) $(PEER_PACKAGES))
	python3 Benchmarks/product.py
	python3 Benchmarks/imports.py
	python3 Benchmarks/run.py

package: build
	$(call install,patchelf binutils fonts-noto-cjk)
	@sh Packaging/package.sh $(RELEASE)
	@sh Packaging/try.sh "$$(ls -t .build/package/*.tar.gz | head -n 1)"

clean:
	swift package clean
