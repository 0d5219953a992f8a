package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lays out each verb's help like a manual page. */
final class Manual {
  private static final int NARROWEST = 55; // picocli's
  private static final int WIDEST = 100;

  private Manual() {}

  static void layOut(CommandLine line, Screen screen) {
    Ansi ansi = screen.isColoured() ? Ansi.ON : Ansi.OFF;
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    layOut(line.getCommandSpec().usageMessage(), screen);
    line.getCommandSpec().mixinStandardHelpOptions(true);
    for (CommandLine verb : line.getSubcommands().values()) {
      verb.getCommandSpec().mixinStandardHelpOptions(true);
      verb.getCommandSpec().remove(verb.getCommandSpec().findOption("--version"));
      layOut(verb.getCommandSpec().usageMessage(), screen);
    }
  }

  private static void layOut(UsageMessageSpec usage, Screen screen) {
    usage
        .headerHeading("NAME%n  ")
        .synopsisHeading("%nSYNOPSIS%n  ")
        .descriptionHeading("%nDESCRIPTION%n")
        .parameterListHeading("%nPARAMETERS%n")
        .optionListHeading("%nOPTIONS%n")
        .commandListHeading("%nVERBS%n")
        .exitCodeListHeading("%nEXIT STATUS%n")
        .exitCodeList(exitCodes())
        .footerHeading("%nEXAMPLE%n")
        .width(Math.max(NARROWEST, Math.min(WIDEST, screen.width())));
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "done");
    codes.put("1", "the JVM refused or failed");
    codes.put("2", "wrong usage");
    return codes;
  }
}
