package io.jssekeeper.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Stacks are innermost frame first, as in the JDK. */
class CallSiteTest {
  private static final String NETTY_SSL = "io.netty.handler.ssl.JdkSslClientContext.newContext";
  private static final String NETTY_BUILD = "io.netty.handler.ssl.SslContextBuilder.build";
  private static final String NETTY_INTERNAL = "io.netty.handler.ssl.SslContext.newClient";
  private static final String NETTY_CHANNEL = "io.netty.channel.ChannelInitializer.handlerAdded";

  @Test
  void text_libraryWithinALibrary_namesBothAndTheApplication() {
    String lettuce =
        CallSite.of(
            stack(
                NETTY_SSL,
                NETTY_INTERNAL,
                NETTY_BUILD,
                "io.lettuce.core.SslConnectionBuilder.toChannel",
                NETTY_CHANNEL,
                "io.lettuce.core.RedisClient.connect",
                "com.acme.shop.Cart.load"));

    assertThat(lettuce)
        .isEqualTo(
            NETTY_SSL
                + "(X.java:1) < "
                + NETTY_INTERNAL
                + "(X.java:1) < io.lettuce.core.SslConnectionBuilder.toChannel(X.java:1)"
                + " < com.acme.shop.Cart.load(X.java:1)");
  }

  @Test
  void equals_twoUsersOfOneLibrary_areTwoPlaces() {
    String zooKeeper =
        CallSite.of(
            stack(
                NETTY_SSL,
                NETTY_INTERNAL,
                NETTY_BUILD,
                "org.apache.zookeeper.ClientCnxnSocketNetty.init",
                NETTY_CHANNEL));
    String kafka =
        CallSite.of(
            stack(
                NETTY_SSL,
                NETTY_INTERNAL,
                NETTY_BUILD,
                "org.apache.kafka.clients.Network.init",
                NETTY_CHANNEL));

    assertThat(zooKeeper).contains("ClientCnxnSocketNetty.init").isNotEqualTo(kafka);
  }

  @Test
  void text_twoLibrariesUnderOneUmbrella_namesBoth() {
    String place =
        CallSite.of(
            stack(
                "org.apache.http.ssl.SSLContextBuilder.build",
                "org.apache.http.ssl.SSLContexts.custom",
                "org.apache.http.conn.Client.open",
                "org.apache.solr.Client.ask"));

    assertThat(place).contains("org.apache.http.ssl.SSLContextBuilder", "org.apache.solr.Client");
  }

  @Test
  void text_applicationAlone_hasFourFrames() {
    String place =
        CallSite.of(
            stack(
                "com.acme.A.a", "com.acme.b.B.b", "com.acme.C.c", "com.acme.D.d", "com.acme.E.e"));

    assertThat(place).contains("com.acme.A.a", "com.acme.D.d").doesNotContain("com.acme.E.e");
  }

  @Test
  void framesOfTheJdk_areKnownByTheirModule_notByTheirName() {
    StackTraceElement jdks =
        new StackTraceElement(
            "app", "jdk.httpserver", "17", "com.sun.net.httpserver.A", "a", "A.java", 1);
    StackTraceElement library = frame("com.sun.mail.util.SocketFetcher.startTls");

    assertThat(CallSite.of(new StackTraceElement[] {jdks, library}))
        .isEqualTo("com.sun.mail.util.SocketFetcher.startTls(X.java:1)");
  }

  @Test
  void of_stackOfTheJdkAlone_isNoPlace() {
    assertThat(CallSite.of(new StackTraceElement[] {})).isEmpty();
  }

  private static StackTraceElement[] stack(String... methods) {
    StackTraceElement[] frames = new StackTraceElement[methods.length];
    for (int i = 0; i < methods.length; i++) {
      frames[i] = frame(methods[i]);
    }
    return frames;
  }

  private static StackTraceElement frame(String method) {
    int dot = method.lastIndexOf('.');
    return new StackTraceElement(method.substring(0, dot), method.substring(dot + 1), "X.java", 1);
  }
}
