package io.jssekeeper.config;

/**
 * An option that cannot be used; the message is the one line to print.
 *
 * <p>The line names key, value and place, what is wrong, and what to write instead. It has no line
 * breaks or control characters, whatever the value had.
 */
public final class InvalidOptionException extends Exception {
  private static final long serialVersionUID = 1L;

  private InvalidOptionException(String what, String place, String remedy) {
    super(what + " (" + place + "): " + remedy, null, false, false);
  }

  static InvalidOptionException unknown(String key, String value, Source source) {
    return new InvalidOptionException(
        "unknown key " + Quote.of(key) + " with value " + Quote.of(value),
        source.of(key),
        "the nearest known key is '" + NearestKey.to(key) + "'");
  }

  static InvalidOptionException repeated(String key, String value, String before, Source source) {
    return new InvalidOptionException(
        "repeated key '" + key + "' with value " + Quote.of(value),
        source.of(key),
        "it already has the value " + Quote.of(before) + " there; write it once");
  }

  static InvalidOptionException empty(Option<?> option, Source source) {
    return new InvalidOptionException(
        "empty value for key '" + option.key() + "'",
        source.of(option.key()),
        "write " + option.expected());
  }

  static InvalidOptionException impossible(
      Option<?> option, String value, Source source, String wrong) {
    return new InvalidOptionException(
        "invalid value " + Quote.of(value) + " for key '" + option.key() + "'",
        source.of(option.key()),
        wrong + "; write " + option.expected());
  }

  static InvalidOptionException atStartOnly(Setting<?> setting) {
    return new InvalidOptionException(
        "invalid value " + Quote.of(setting.text()) + " for key '" + setting.option.key() + "'",
        setting.source.of(setting.option.key()),
        setting.option == KnownOptions.ENABLED
            ? "'detach' takes the keeper out of a running JVM, and 'attach' puts it in"
            : "this key takes effect when the keeper starts; give it to the next start or attach");
  }

  static InvalidOptionException noEqualsSign(String item, Source source) {
    return new InvalidOptionException(
        "item " + Quote.of(item) + " without '='",
        source.of(""),
        "write key=value,key=value; a value with a comma can be set in a file or a system property");
  }
}
