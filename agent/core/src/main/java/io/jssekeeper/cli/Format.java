package io.jssekeeper.cli;

import picocli.CommandLine.Option;

/** Whether a program reads what is printed. */
final class Format {
  @Option(names = "--json", description = "Print JSON instead of tables.")
  boolean json;
}
