package io.jssekeeper.cli;

import picocli.CommandLine.Option;

/** Whether a program reads the output. */
final class Format {
  @Option(names = "--json", description = "Print JSON instead of tables.")
  boolean json;
}
