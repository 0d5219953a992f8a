package io.jssekeeper.it.program;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Both ends of a TLS 1.3 connection in memory, in one thread, as in a proxy. */
final class EnginePair {
  private static final int SIZE = 65_536;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine client;
  private final SSLEngine server;
  private final ByteBuffer toClient = ByteBuffer.allocate(SIZE);
  private final ByteBuffer toServer = ByteBuffer.allocate(SIZE);

  EnginePair(SSLContext context, String host) throws SSLException {
    client = engine(context, host, true);
    server = engine(context, host, false);
    client.beginHandshake();
    transfer();
  }

  private static SSLEngine engine(SSLContext context, String host, boolean isClient) {
    SSLEngine engine = context.createSSLEngine(host, 443);
    engine.setUseClientMode(isClient);
    engine.setEnabledProtocols(new String[] {"TLSv1.3"});
    return engine;
  }

  /** The creation time of the session that this connection has created or resumed. */
  long sessionCreated() {
    return client.getSession().getCreationTime();
  }

  /** Passes messages between both ends until neither has any left. */
  private void transfer() throws SSLException {
    boolean more = true;
    while (more) {
      more = work(client, toClient, toServer) | work(server, toServer, toClient);
    }
  }

  /** Returns whether there was anything to do. */
  private static boolean work(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    boolean worked = false;
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      engine.wrap(NOTHING, out);
      worked = true;
    }
    in.flip();
    if (in.hasRemaining()) {
      engine.unwrap(in, ByteBuffer.allocate(SIZE));
      worked = true;
    }
    in.compact();
    runTasks(engine);
    return worked;
  }

  private static void runTasks(SSLEngine engine) {
    Runnable task;
    while ((task = engine.getDelegatedTask()) != null) {
      task.run();
    }
  }

  /**
   * Makes the server send a handshake message that JSSE would not send. Needs {@code --add-opens}
   * of {@code sun.security.ssl}.
   *
   * @return the client's reaction, or null
   */
  SSLException send(byte[] message) throws ReflectiveOperationException {
    Object record = field(field(server, "conContext"), "outputRecord");
    Method encode =
        record.getClass().getDeclaredMethod("encodeHandshake", byte[].class, int.class, int.class);
    encode.setAccessible(true);
    encode.invoke(record, message, 0, message.length);
    try {
      transfer();
      return null;
    } catch (SSLException refused) {
      return refused;
    }
  }

  private static Object field(Object of, String name) throws ReflectiveOperationException {
    Class<?> type = of.getClass();
    while (true) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
      } catch (NoSuchFieldException inherited) {
        type = type.getSuperclass();
      }
    }
  }
}
