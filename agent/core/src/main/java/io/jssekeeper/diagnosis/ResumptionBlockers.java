package io.jssekeeper.diagnosis;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.StoreCounts;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The settings of this JVM that defeat resumption: one sentence each, sorted, with what to do.
 * Covers only the sides that this JVM has been.
 *
 * <p>Reads system properties as they are now; JSSE read them when it was loaded.
 */
public final class ResumptionBlockers {
  private static final int SHORT_SECONDS = 60;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final String DISABLED = "jdk.tls.%s.disableExtensions";

  private final Map<String, String> options;
  private final UnaryOperator<String> properties;
  private final boolean ticketsOnly;
  private final Set<String> sides = new TreeSet<>();
  private final Set<String> sentences = new TreeSet<>();

  private ResumptionBlockers(
      Map<String, String> options, UnaryOperator<String> properties, boolean ticketsOnly) {
    this.options = options;
    this.ticketsOnly = ticketsOnly;
    this.properties = properties;
  }

  /**
   * @param options the keeper's, by key
   * @param properties the system properties
   * @param ticketsOnly whether a server has looked only at tickets, and missed a session
   */
  public static Set<String> of(
      ContextRegistry stores,
      Map<String, String> options,
      UnaryOperator<String> properties,
      boolean ticketsOnly) {
    ResumptionBlockers found = new ResumptionBlockers(options, properties, ticketsOnly);
    for (OpenContext context : stores.alive()) {
      SessionStore<?> store = context.store();
      if (store != null) {
        found.ofContext(context.side().word(), store);
      }
    }
    for (String side : found.sides) {
      found.ofSide(side);
    }
    return found.sentences;
  }

  private void ofContext(String side, SessionStore<?> store) {
    sides.add(side);
    long timeout = store.timeoutSeconds();
    if (timeout > 0 && timeout < SHORT_SECONDS) {
      add("the timeout of " + side + " sessions is " + timeout + "s: raise " + side + ".timeout");
    }
    if (evictsMost(store.counts())) {
      String room = side + " contexts hold " + store.capacity() + " sessions";
      add(room + " and most were evicted: raise " + side + ".capacity");
    }
  }

  private static boolean evictsMost(StoreCounts counts) {
    return 2 * counts.removals().get(RemovalCause.EVICTED) > counts.stored();
  }

  private void ofSide(String side) {
    if (side.equals("server")) {
      ofServersTickets();
    } else {
      ofClientsTickets();
    }
    ofExtensions(side);
    ofMasterSecrets();
  }

  /** An option wins over JSSE's own property ({@code SSLConfiguration}, JDK-8328608). */
  private void ofServersTickets() {
    if (ticketsOnly) {
      add(
          "servers do not look up session ids from clients that support tickets, and a TLS 1.2"
              + " session with a value bound during its handshake is in no ticket: add tickets to"
              + " keep, or set -Djdk.tls.server.enableSessionTicketExtension=false");
    }
    String property = "jdk.tls.server.newSessionTicketCount";
    String option = options.get("server.tickets");
    if ("0".equals(option)) {
      add("server.tickets=0: servers send no TLS 1.3 tickets");
    } else if ("0".equals(properties.apply(property)) && !isNumber(option)) {
      add("-D" + property + "=0: servers send no TLS 1.3 tickets: raise server.tickets");
    }
  }

  private void ofClientsTickets() {
    if ("0".equals(options.get("client.tickets"))) {
      add("client.tickets=0: clients keep no TLS 1.3 tickets");
    }
    String property = "jdk.tls.client.enableSessionTicketExtension";
    if ("false".equalsIgnoreCase(properties.apply(property))) {
      add("-D" + property + "=false: clients resume no TLS 1.2 session by ticket");
    }
  }

  private static boolean isNumber(String option) {
    return option != null && DIGITS.matcher(option).matches();
  }

  /** {@code SSLExtension.getDisabledExtensions}: names separated by commas, possibly in quotes. */
  private void ofExtensions(String side) {
    String property = String.format(DISABLED, side);
    String value = properties.apply(property);
    if (value == null) {
      return;
    }
    String setting = "-D" + property + "=" + value + ": " + side + "s resume no ";
    for (String name : value.replace("\"", "").split(",")) {
      if (Arrays.asList("pre_shared_key", "psk_key_exchange_modes").contains(name.trim())) {
        add(setting + "TLS 1.3 session");
      } else if (name.trim().equals("session_ticket")) {
        add(setting + "TLS 1.2 session by ticket");
      }
    }
  }

  /** {@code SSLConfiguration.allowLegacyResumption}. */
  private void ofMasterSecrets() {
    String property = "jdk.tls.allowLegacyResumption";
    if ("false".equalsIgnoreCase(properties.apply(property))) {
      add(
          "-D"
              + property
              + "=false: TLS 1.2 without extended master secret (RFC 7627) resumes nothing");
    }
  }

  private void add(String sentence) {
    sentences.add(sentence);
  }
}
