package io.jssekeeper.install;

import java.util.function.Consumer;

/** Says where contexts are made too often, and what to do about it. */
final class ChurnNotice implements Consumer<String> {
  @Override
  public void accept(String place) {
    Notices.say(
        "more than 10 TLS contexts were made within a minute at "
            + (place.isEmpty() ? "a place that is not known" : place)
            + "; sessions live in their context, so nothing is resumed through these:"
            + " make one SSLContext there, and use it again");
  }
}
