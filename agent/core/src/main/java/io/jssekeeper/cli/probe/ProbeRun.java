package io.jssekeeper.cli.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/**
 * The probing program: prints a line for each {@link Finding} as soon as it has it. A probe runs it
 * twice, with and without the client's ticket extension for TLS 1.2, a setting that JSSE reads only
 * once ({@code SSLConfiguration}).
 */
public final class ProbeRun {
  static final String WITHOUT_KEEPER = "io.jssekeeper.probe.alone";

  /** SSLConfiguration.enableSessionTicketExtension; without it clients resume by id only. */
  private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

  private final Series series;
  private final List<InetAddress> addresses;

  private ProbeRun(Series series, List<InetAddress> addresses) {
    this.series = series;
    this.addresses = addresses;
  }

  /**
   * @param words the target's four words, and the number of connections
   */
  public static void main(String[] words) throws GeneralSecurityException, IOException {
    ProbeTarget target = ProbeTarget.of(Arrays.asList(words));
    Series series = new Series(target, Integer.parseInt(words[4]));
    ProbeRun run = new ProbeRun(series, target.addresses());
    if (System.getProperty(TICKETS, "true").equals("true")) {
      run.probe("TLSv1.3", "ticket");
      run.probe("TLSv1.2", "ticket");
    } else {
      run.probe("TLSv1.2", "id");
    }
  }

  /** Each address alone; then, if there are several, a client that is sent to each in turn. */
  private void probe(String protocol, String by) throws GeneralSecurityException {
    for (InetAddress address : addresses) {
      print(series.make(protocol, by, List.of(address)));
    }
    if (addresses.size() > 1) {
      print(series.make(protocol, by, addresses));
    }
  }

  private static void print(Finding finding) {
    System.out.println(finding.line());
  }
}
