package io.jssekeeper.config.value;

import io.jssekeeper.config.Quote;
import java.util.Optional;

/** {@code HOST:PORT}, {@code :PORT}, {@code PORT}, or {@code off}. */
public final class EndpointKind implements OptionType<Optional<Endpoint>> {
  private static final NumberKind PORT = new NumberKind(1, 65535);

  @Override
  public Optional<Endpoint> parse(String text) throws InvalidValueException {
    if (text.equals("off")) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (!isHost(host)) {
      throw new InvalidValueException(Quote.of(host) + " is not a host");
    }
    return Optional.of(new Endpoint(host, port(text.substring(colon + 1))));
  }

  /**
   * A name, an IPv4 address, or an IPv6 address in brackets: enough to reject a URL or a bare IPv6
   * address.
   */
  private static boolean isHost(String host) {
    boolean brackets = host.length() > 2 && host.startsWith("[") && host.endsWith("]");
    String inner = brackets ? host.substring(1, host.length() - 1) : host;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      boolean ipv6 = c == ':' || c == '%';
      if (!Character.isLetterOrDigit(c) && ".-_".indexOf(c) < 0 && !(brackets && ipv6)) {
        return false;
      }
    }
    return true;
  }

  private static int port(String text) throws InvalidValueException {
    try {
      return PORT.parse(text);
    } catch (InvalidValueException e) {
      throw new InvalidValueException(Quote.of(text) + " is not a port");
    }
  }

  @Override
  public String print(Optional<Endpoint> value) {
    return value.isPresent() ? value.get().toString() : "off";
  }

  @Override
  public String expected() {
    return "HOST:PORT, or :PORT or PORT for loopback, with a port from 1 to 65535, or off";
  }
}
