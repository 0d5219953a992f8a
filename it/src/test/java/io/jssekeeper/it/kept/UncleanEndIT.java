package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Resumption;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.kept.EndVariant.Over;
import io.jssekeeper.it.kept.EndVariant.Side;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may end a session, and who may not: all ways in which connections end, on both sides, as
 * listed in {@code docs/unclean-ends.md}.
 */
@OnEachJdk
final class UncleanEndIT {
  private static final Agent AGENT = Agent.with("log=off");
  private static final Agent CLOSE_UNPROTECTED =
      Agent.with("log=off", "keep=gc+clock+settings+tickets");

  @Parameter Stage stage;
  private EndLab lab;
  private final SoftAssertions softly = new SoftAssertions();

  @BeforeEach
  void openLab() {
    lab = new EndLab(stage);
  }

  @ParameterizedTest
  @EnumSource
  void sessions_howeverConnectionsEnd_endOnlyWhereTlsDemandsIt(Side side) {
    EndTable table = new EndTable(side);
    long saved = 0;
    for (UncleanEnd end : ends()) {
      for (EndVariant variant : end.variants(side, stage.jdk()).toList()) {
        Fate without = lab.fate(end, variant, EndLab.NO_AGENT);
        Fate with = lab.fate(end, variant, AGENT);
        check(end, variant, without, with);
        table.add(end, variant, without, with);
        saved += without == Fate.ENDED && with == Fate.KEPT ? 1 : 0;
      }
    }
    System.out.printf("%n%s: JSSE > with the agent%n", stage.jdk());
    table.lines().forEach(System.out::println);
    softly.assertAll();
    assertThat(lab.keptByClose(AGENT)).as("sessions protected").isGreaterThanOrEqualTo(saved);
    EndDocument.check(stage.jdk(), table.lines(), Settings.full());
  }

  private void check(UncleanEnd end, EndVariant variant, Fate without, Fate with) {
    softly
        .assertThat(with)
        .as("%s, %s, with the agent", end, variant)
        .isEqualTo(end.fateWithAgent(variant));
    if (end.isLostByJsse(variant)) {
      softly
          .assertThat(without)
          .as("%s, %s, without the agent", end, variant)
          .isEqualTo(Fate.ENDED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessions_closeUnprotected_endAsInJsse(Side side) {
    Settings.requireFull();
    for (UncleanEnd end : ends()) {
      end.variants(side, stage.jdk())
          .filter(end::isLostByJsse)
          .forEach(
              variant ->
                  softly
                      .assertThat(lab.fate(end, variant, CLOSE_UNPROTECTED))
                      .as("%s, %s, unprotected", end, variant)
                      .isEqualTo(Fate.ENDED));
    }
    softly.assertAll();
  }

  /** A stateless ticket cannot be revoked. */
  @ParameterizedTest
  @EnumSource(names = {"TLS12_TICKET", "TLS13_STATELESS"})
  void sessionsInStatelessTickets_serverWouldEndThem_resume(Resumption way) {
    Settings.requireFull();
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " seals no tickets");
    for (UncleanEnd end : UncleanEnds.certain()) {
      EndVariant variant = new EndVariant(Side.SERVER, Over.SOCKET, way);
      softly.assertThat(lab.fate(end, variant, AGENT)).as("%s, %s", end, way).isEqualTo(Fate.KEPT);
    }
    softly.assertAll();
  }

  private static List<UncleanEnd> ends() {
    return Settings.full() ? UncleanEnds.all() : UncleanEnds.few();
  }
}
