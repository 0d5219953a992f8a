package io.jssekeeper.cli.probe;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket that keeps the first bytes it receives. For one thread. */
final class TappedSocket extends Socket {
  /** More than a server's flight in one handshake, except with very long chains. */
  private static final int MAX_KEPT = 1 << 18;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean tapped;

  /** Keeps what arrives from now on. */
  void tap() {
    tapped = true;
  }

  byte[] received() {
    return kept.toByteArray();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Tap(super.getInputStream());
  }

  private final class Tap extends FilterInputStream {
    Tap(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      if (octet >= 0 && isOpen()) {
        kept.write(octet);
      }
      return octet;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0 && isOpen()) {
        kept.write(bytes, from, read);
      }
      return read;
    }

    private boolean isOpen() {
      return tapped && kept.size() < MAX_KEPT;
    }
  }
}
