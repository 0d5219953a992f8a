package io.jssekeeper.config.value;

import io.jssekeeper.config.Quote;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sets of constants, joined by {@code +}; some also have {@code all} and {@code none}. */
public final class WordSetKind<T> implements OptionType<Set<T>> {
  private final List<T> constants;
  private final boolean allOrNone;

  private WordSetKind(List<T> constants, boolean allOrNone) {
    this.constants = constants;
    this.allOrNone = allOrNone;
  }

  public static <T> WordSetKind<T> oneOrMore(List<T> constants) {
    return new WordSetKind<>(constants, false);
  }

  public static <T> WordSetKind<T> allOrNone(List<T> constants) {
    return new WordSetKind<>(constants, true);
  }

  @Override
  public Set<T> parse(String text) throws InvalidValueException {
    if (allOrNone && text.equals("all")) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(constants));
    }
    return allOrNone && text.equals("none") ? Collections.emptySet() : inOrder(joined(text));
  }

  private Set<T> joined(String text) throws InvalidValueException {
    Set<T> found = new LinkedHashSet<>();
    int start = 0;
    while (start <= text.length()) {
      int plus = text.indexOf('+', start);
      int end = plus < 0 ? text.length() : plus;
      String word = text.substring(start, end);
      if (!found.add(EnumNames.find(word, constants))) {
        throw new InvalidValueException(Quote.of(word) + " appears twice");
      }
      start = end + 1;
    }
    return found;
  }

  private Set<T> inOrder(Set<T> found) {
    Set<T> ordered = new LinkedHashSet<>(constants);
    ordered.retainAll(found);
    return Collections.unmodifiableSet(ordered);
  }

  @Override
  public String print(Set<T> value) {
    if (value.isEmpty()) {
      return "none";
    }
    return allOrNone && value.size() == constants.size() ? "all" : EnumNames.join(value, "+");
  }

  @Override
  public String expected() {
    return (allOrNone ? "all, none, or some of " : "some of ")
        + EnumNames.join(constants, ", ")
        + " joined by +";
  }
}
