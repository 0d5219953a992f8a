package io.jssekeeper.config.value;

/** Any text. */
public final class NameKind implements OptionType<String> {
  private final String what;

  public NameKind(String what) {
    this.what = what;
  }

  @Override
  public String parse(String text) {
    return text;
  }

  @Override
  public String print(String value) {
    return value;
  }

  @Override
  public String expected() {
    return what;
  }
}
