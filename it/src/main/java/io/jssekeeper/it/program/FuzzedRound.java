package io.jssekeeper.it.program;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * Three connections between the two sides of one context; the second is spoiled. Its letter is
 *
 * <ul>
 *   <li>{@code r}, {@code f}: complete all the same, resumed or full
 *   <li>{@code e}: refused with an {@link SSLException}, as TLS says
 *   <li>{@code w}: each end waits for the other, as where a record is lost
 *   <li>{@code o}: another exception
 *   <li>{@code l}: more records than a handshake can have: a loop
 *   <li>{@code x}: whatever it was, the third connection does not work
 * </ul>
 */
final class FuzzedRound {
  private static final int MAX_FLIGHT = 6;

  private final SSLContext context;
  private final Random random;
  private final String protocol;
  private Throwable thrown;

  FuzzedRound(SSLContext context, int number) {
    this.context = context;
    random = new Random(number * 7_919L + 17);
    protocol = random.nextBoolean() ? "TLSv1.3" : "TLSv1.2";
  }

  char run() throws Exception {
    connect(Spoiling.NONE);
    boolean ticket = random.nextInt(4) == 0 && spoilTickets();
    Spoiling spoiling =
        ticket
            ? Spoiling.NONE
            : new Spoiling(random, random.nextBoolean(), random.nextInt(MAX_FLIGHT));
    char ending = spoiled(spoiling);
    try {
      return connect(Spoiling.NONE).isComplete() ? ending : 'x';
    } catch (SSLException | RuntimeException third) {
      thrown = third;
      return 'x';
    }
  }

  private char spoiled(Spoiling spoiling) {
    try {
      long began = System.nanoTime();
      while (System.nanoTime() - began < 1_100_000) {
        Thread.onSpinWait(); // a session that is made from now on has another creation time
      }
      long now = System.currentTimeMillis();
      FuzzedPair pair = connect(spoiling);
      if (pair.isLooping()) {
        return 'l';
      }
      return !pair.isComplete() ? 'w' : pair.sessionCreated() < now ? 'r' : 'f';
    } catch (SSLException refused) {
      thrown = refused;
      return 'e';
    } catch (RuntimeException odd) {
      thrown = odd;
      return 'o';
    }
  }

  private FuzzedPair connect(Spoiling spoiling) throws SSLException {
    FuzzedPair pair = new FuzzedPair(context, protocol, spoiling);
    pair.talk();
    return pair;
  }

  /** Of what the client has to offer; needs {@code --add-opens} of {@code sun.security.ssl}. */
  private boolean spoilTickets() throws ReflectiveOperationException {
    boolean any = false;
    SSLSessionContext sessions = context.getClientSessionContext();
    for (byte[] id : Collections.list(sessions.getIds())) {
      SSLSession session = sessions.getSession(id);
      if (session != null) {
        Field identity = session.getClass().getDeclaredField("pskIdentity");
        identity.setAccessible(true);
        byte[] ticket = (byte[]) identity.get(session);
        if (ticket != null) {
          identity.set(session, Spoiling.bent(ticket, random));
          any = true;
        }
      }
    }
    return any;
  }

  /** What the spoiled connection threw, or the third one; null if nothing. */
  Throwable thrown() {
    return thrown;
  }
}
