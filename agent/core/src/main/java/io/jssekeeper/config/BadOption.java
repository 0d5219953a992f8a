package io.jssekeeper.config;

/**
 * An option that cannot be used; the message is the one line to print.
 *
 * <p>The line names key, value and place, what is wrong, and what would be right. It has no line
 * breaks or control characters, whatever the value had.
 */
public final class BadOption extends Exception {
  private static final long serialVersionUID = 1L;

  private BadOption(String what, String place, String remedy) {
    super(what + " (" + place + "): " + remedy, null, false, false);
  }

  static BadOption unknown(String key, String value, Source source) {
    return new BadOption(
        "unknown key " + Quoted.of(key) + " with value " + Quoted.of(value),
        source.of(key),
        "the nearest known key is '" + NearestKey.to(key) + "'");
  }

  static BadOption repeated(String key, String value, String before, Source source) {
    return new BadOption(
        "repeated key '" + key + "' with value " + Quoted.of(value),
        source.of(key),
        "it already has the value " + Quoted.of(before) + " there, write it once");
  }

  static BadOption empty(Option<?> option, Source source) {
    return new BadOption(
        "empty value for key '" + option.key() + "'",
        source.of(option.key()),
        "write " + option.expected());
  }

  static BadOption impossible(Option<?> option, String value, Source source, String wrong) {
    return new BadOption(
        "impossible value " + Quoted.of(value) + " for key '" + option.key() + "'",
        source.of(option.key()),
        wrong + "; write " + option.expected());
  }

  static BadOption atStartOnly(Setting<?> setting) {
    return new BadOption(
        "impossible value " + Quoted.of(setting.text()) + " for key '" + setting.option.key() + "'",
        setting.source.of(setting.option.key()),
        setting.option == KnownOptions.ENABLED
            ? "'detach' takes the keeper out of a running JVM, and 'attach' puts it in"
            : "this key takes effect when the keeper starts; give it to the next start or attach");
  }

  static BadOption noEqualsSign(String item, Source source) {
    return new BadOption(
        "item " + Quoted.of(item) + " without '='",
        source.of(""),
        "write key=value,key=value; a value with a comma can be set in a file or a system property");
  }
}
