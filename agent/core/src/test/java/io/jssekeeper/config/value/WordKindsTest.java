package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jssekeeper.model.Protection;
import io.jssekeeper.model.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordKindsTest {
  private static final WordKind<Boolean> SWITCH = new WordKind<>(List.of(true, false));
  private static final WordSetKind<Protection> KEEP =
      WordSetKind.allOrNone(List.of(Protection.values()));
  private static final WordSetKind<Result> RESULTS =
      WordSetKind.oneOrMore(List.of(Result.values()));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void parse_word_isPrintedBack(boolean value) throws InvalidValueException {
    assertThat(SWITCH.parse(Boolean.toString(value))).isEqualTo(value);
    assertThat(SWITCH.print(value)).isEqualTo(Boolean.toString(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "yes", "1", "true false"})
  void parse_otherWord_isImpossible(String text) {
    assertThatThrownBy(() -> SWITCH.parse(text)).hasMessage("'" + text + "' is not a known word");
  }

  @ParameterizedTest
  @CsvSource({
    "all, GC CLOCK SETTINGS CLOSE TICKETS, all",
    "none, '', none",
    "gc, GC, gc",
    "tickets+gc, GC TICKETS, gc+tickets",
    "tickets+close+settings+clock+gc, GC CLOCK SETTINGS CLOSE TICKETS, all",
  })
  void parse_protections_arePrintedInOrder(String text, String names, String printed)
      throws InvalidValueException {
    assertThat(KEEP.parse(text)).extracting(Protection::name).containsExactly(split(names));
    assertThat(KEEP.print(KEEP.parse(text))).isEqualTo(printed);
    assertThat(KEEP.parse(printed)).isEqualTo(KEEP.parse(text));
  }

  private static String[] split(String names) {
    return names.isEmpty() ? new String[0] : names.split(" ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gc+gcc | 'gcc' is not a known word",
        "GC | 'GC' is not a known word",
        "gc, clock | 'gc, clock' is not a known word",
        "all+gc | 'all' is not a known word",
        "gc+clock+gc | 'gc' appears twice",
        "gc+ | a word is missing",
        "+gc | a word is missing",
        "+ | a word is missing",
      })
  void parse_noProtections_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> KEEP.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(wrong);
  }

  @ParameterizedTest
  @CsvSource({"full, full", "failed+full, full+failed", "failed+resumed+full, full+resumed+failed"})
  void parse_results_arePrintedInOrder(String text, String printed) throws InvalidValueException {
    assertThat(RESULTS.print(RESULTS.parse(text))).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "none"})
  void parse_allOrNoneWhereWordsAreAsked_isImpossible(String text) {
    assertThatThrownBy(() -> RESULTS.parse(text)).hasMessage("'" + text + "' is not a known word");
  }

  @Test
  void parse_anySet_cannotBeModified() throws InvalidValueException {
    for (String text : List.of("all", "none", "gc+close")) {
      assertThatThrownBy(() -> KEEP.parse(text).add(Protection.CLOCK))
          .as(text)
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
