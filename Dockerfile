# The single executable on a minimal base, with git for comparisons and certificates for links.
# npm run build:binary && docker build --tag listwright . && docker run --rm --volume "$PWD:/list" listwright
FROM debian:bookworm-slim
RUN apt-get update -qq \
 && apt-get install -qq --no-install-recommends git ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory /list
COPY --chmod=755 dist-binary/listwright /usr/local/bin/listwright
USER 1000
WORKDIR /list
ENTRYPOINT ["listwright"]
