package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Properties;

/** Option sources set by a test; the others are empty. */
record Given(String argument, Map<String, String> environment, Properties properties) {
  static Given argument(String argument) {
    return new Given(argument, Map.of(), new Properties());
  }

  static Given nothing() {
    return argument(null);
  }

  Given environment(String options) {
    return new Given(argument, Map.of("JSSE_KEEPER_OPTIONS", options), properties);
  }

  Given property(String name, String value) {
    Properties more = new Properties();
    more.putAll(properties);
    more.setProperty(name, value);
    return new Given(argument, environment, more);
  }

  Options load() throws InvalidOptionException {
    return Options.load(argument, environment, properties);
  }

  /** The line printed because these sources are unusable. */
  String line() {
    InvalidOptionException bad = catchThrowableOfType(InvalidOptionException.class, this::load);
    assertThat(bad).as("error of %s", this).isNotNull();
    return bad.getMessage();
  }
}
