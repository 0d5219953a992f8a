# The agent's jar, and what copies it: for init containers, and for image volumes.
#   docker build -t jsse-keeper . && docker run --rm --user "$(id -u)" -v "$PWD:/to" jsse-keeper
FROM busybox:1.37.0-musl
LABEL org.opencontainers.image.title="jsse-keeper" \
      org.opencontainers.image.description="A Java agent that makes the JDK's own TLS session caches do their job." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --chmod=0444 agent/target/jsse-keeper.jar /jsse-keeper.jar
USER 65534:65534
# A new file under the name, in one step: a JVM that uses the old one goes on with it.
CMD ["sh", "-c", "cp /jsse-keeper.jar /to/.jsse-keeper.jar.new && mv -f /to/.jsse-keeper.jar.new /to/jsse-keeper.jar"]
