package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintingTest {
  private static final Map<String, List<String>> TEXTS = texts();

  private static Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put("enabled", List.of("true", "false"));
    texts.put("client.timeout", List.of("0", "1s", "PT90M", "2147483647s"));
    texts.put("server.timeout", List.of("0", "24h", "7d", "1000ms"));
    texts.put("client.capacity", List.of("0", "20480", "2147483647"));
    texts.put("server.capacity", List.of("0", "1"));
    texts.put("client.tickets", List.of("0", "10", "1000"));
    texts.put("client.ftps", List.of("off", "on", "strict"));
    texts.put("client.ftps.ports", List.of("21+990", "2121", "1+65535"));
    texts.put("server.tickets", List.of("0", "1", "10"));
    texts.put("server.keys", List.of("off", "jvm", "/run/secrets/keys"));
    texts.put("server.keys.period", List.of("10s", "1h", "24h"));
    texts.put("server.keys.settle", List.of("0", "2m", "24h"));
    texts.put("server.keys.seals", List.of("first", "penultimate"));
    texts.put("server.keys.scope", List.of("shop", "shop.example"));
    texts.put("server.keys.client-auth", List.of("true", "false"));
    texts.put("server.keys.warn", List.of("0", "7d", "3650d"));
    texts.put("server.keys.redis.password", List.of("/run/secrets/redis"));
    texts.put("server.keys.redis.trust", List.of("/etc/ca.pem"));
    texts.put("server.keys.redis.seal", List.of("/run/secrets/seal"));
    texts.put("memory", List.of("0", "0%", "2%", "100%", "1024k", "1025", "3g"));
    texts.put("sweep", List.of("10ms", "1s", "1000ms", "PT0.0105S", "60m"));
    texts.put("keep", List.of("all", "none", "tickets+gc", "close"));
    texts.put("certificates", List.of("ignore", "end-sessions"));
    texts.put("log", List.of("auto", "stderr", "slf4j", "off", "./off", "a=b c.log"));
    texts.put("log.format", List.of("text", "json", "otel", "ecs"));
    texts.put("log.results", List.of("failed+resumed+full", "failed", "resumed+full"));
    texts.put("jmx", List.of("true", "false"));
    texts.put("jfr", List.of("true", "false"));
    texts.put("metrics", List.of("auto", "off"));
    texts.put("metrics.http", List.of("off", "9464", "[::1]:1", "0.0.0.0:65535"));
    texts.put("metrics.peers", List.of("true", "false"));
    texts.put("otel", List.of("all", "none", "events+metrics", "events"));
    texts.put("history", List.of("0", "1000", "1000000"));
    texts.put("errors", List.of("0", "100"));
    texts.put("selfcheck", List.of("true", "false"));
    return texts;
  }

  @Test
  void toString_anyValues_loadsAsEqualOptions() throws InvalidOptionException {
    Random random = new Random(4711);
    for (int round = 0; round < 2000; round++) {
      Options options = Given.argument(argument(random)).load();
      Options again = Given.argument(options.toString()).load();

      assertThat(again)
          .isEqualTo(options)
          .hasSameHashCodeAs(options)
          .hasToString(options.toString());
      assertThat(again.asMap()).isEqualTo(options.asMap());
    }
  }

  private static String argument(Random random) {
    StringBuilder argument = new StringBuilder();
    TEXTS.forEach(
        (key, texts) -> {
          if (random.nextBoolean()) {
            String text = texts.get(random.nextInt(texts.size()));
            argument.append(key).append('=').append(text).append(',');
          }
        });
    return argument.toString();
  }

  @Test
  void texts_ofTheRoundTrip_coverEveryKeyButConfig() {
    assertThat(KnownOptions.all())
        .extracting(Option::key)
        .filteredOn(key -> !key.equals("config"))
        .containsExactlyElementsOf(TEXTS.keySet());
  }

  @Test
  void toString_defaults_isEmpty() throws InvalidOptionException {
    assertThat(Given.argument("memory=2%,log=auto").load()).hasToString("");
  }

  @Test
  void toString_otherValues_areInTableOrderAndCanonical() throws InvalidOptionException {
    assertThat(Given.argument("history=5,keep=tickets+gc,sweep=2000ms,server.timeout=0").load())
        .hasToString("server.timeout=0,sweep=2s,keep=gc+tickets,history=5");
  }

  @Test
  void toString_valuesFromAFile_loadsWithoutIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("f"), "history=5\nmemory=9%");
    Options options = Given.argument("memory=2%,config=" + file).load();

    assertThat(options).hasToString("history=5");
    Files.delete(file);
    assertThat(Given.argument(options.toString()).load()).isEqualTo(options);
  }

  @Test
  void asMap_defaults_hasEveryKeyWithAValue() throws InvalidOptionException {
    assertThat(Given.nothing().load().asMap().toString())
        .isEqualTo(
            "{enabled=true, client.tickets=10, client.ftps=off, client.ftps.ports=21+990,"
                + " server.keys=off, server.keys.period=1h, server.keys.settle=2m, server.keys.seals=first,"
                + " server.keys.client-auth=false, server.keys.warn=7d,"
                + " memory=2%, sweep=1s, keep=all, certificates=ignore, log=auto, log.format=text,"
                + " log.results=full+resumed+failed, jmx=true, jfr=true, metrics=auto,"
                + " metrics.http=off, metrics.peers=false, otel=none, history=1000, errors=100,"
                + " selfcheck=true}");
  }

  @Test
  void asMap_configGiven_hasIt(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("f"));

    assertThat(Given.argument("config=" + file).load().asMap())
        .containsEntry("config", file.toString());
  }

  @Test
  void asMap_always_cannotBeModified() throws InvalidOptionException {
    Map<String, String> map = Given.nothing().load().asMap();

    assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equals_otherValue_isFalse() throws InvalidOptionException {
    assertThat(Given.argument("history=5").load()).isNotEqualTo(Given.nothing().load());
  }
}
