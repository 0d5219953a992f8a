package io.jssekeeper.config.value;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets of TCP ports, joined by {@code +}. */
public final class PortSetKind implements OptionType<Set<Integer>> {
  private static final int MAX_PORTS = 16;

  private final NumberKind port = new NumberKind(1, 65535);

  @Override
  public Set<Integer> parse(String text) throws InvalidValueException {
    Set<Integer> ports = new TreeSet<>();
    for (String each : text.split("\\+", -1)) {
      if (!ports.add(port.parse(each))) {
        throw new InvalidValueException(each + " appears twice");
      }
    }
    if (ports.size() > MAX_PORTS) {
      throw new InvalidValueException("it has more than " + MAX_PORTS + " ports");
    }
    return Collections.unmodifiableSet(ports);
  }

  @Override
  public String print(Set<Integer> ports) {
    return EnumNames.join(ports, "+");
  }

  @Override
  public String expected() {
    return "up to " + MAX_PORTS + " ports from 1 to 65535 joined by +, as in 21+990";
  }
}
