package io.jssekeeper.install;

import io.jssekeeper.keep.KeptStore;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.store.RemovalCause;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.StoreCounts;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The settings of this JVM that keep sessions from being resumed: a sentence each, sorted, with
 * what to do.
 *
 * <p>System properties are looked at as they are now; JSSE has read them when it was loaded.
 */
final class SettingsAgainstResumption {
  private static final int SHORT_SECONDS = 60;
  private static final String DISABLED = "jdk.tls.%s.disableExtensions";

  private final Map<String, String> options;
  private final UnaryOperator<String> properties;
  private final Set<String> sentences = new TreeSet<>();

  private SettingsAgainstResumption(Map<String, String> options, UnaryOperator<String> properties) {
    this.options = options;
    this.properties = properties;
  }

  /**
   * @param options the keeper's, by key
   * @param properties the system properties
   */
  static Set<String> of(
      Stores stores, Map<String, String> options, UnaryOperator<String> properties) {
    SettingsAgainstResumption found = new SettingsAgainstResumption(options, properties);
    stores.forEach(found::ofContext);
    found.ofTickets();
    found.ofExtensions("server");
    found.ofExtensions("client");
    found.ofMasterSecrets();
    return found.sentences;
  }

  private void ofContext(KeptStore kept, SessionStore<?> store) {
    String side = CacheView.side(kept);
    long timeout = store.timeoutSeconds();
    if (timeout > 0 && timeout < SHORT_SECONDS) {
      say("the timeout of " + side + " sessions is " + timeout + "s: raise " + side + ".timeout");
    }
    if (evictsMost(store.counts())) {
      String room = side + " contexts hold " + store.capacity() + " sessions";
      say(room + ", and most were evicted: raise " + side + ".capacity");
    }
  }

  private static boolean evictsMost(StoreCounts counts) {
    return 2 * counts.removals().get(RemovalCause.EVICTED) > counts.stored();
  }

  /** An option wins over JSSE's own property ({@code SSLConfiguration}, JDK-8328608). */
  private void ofTickets() {
    String property = "jdk.tls.server.newSessionTicketCount";
    boolean byProperty = "0".equals(properties.apply(property));
    String option = options.get("server.tickets");
    if ("0".equals(option)) {
      say("server.tickets=0: servers give no TLS 1.3 ticket to resume with");
    } else if (byProperty && !isNumber(option)) {
      say("-D" + property + "=0: servers give no TLS 1.3 ticket: raise server.tickets");
    }
    if ("0".equals(options.get("client.tickets"))) {
      say("client.tickets=0: clients keep no TLS 1.3 ticket to resume with");
    }
    String extension = "jdk.tls.client.enableSessionTicketExtension";
    if ("false".equalsIgnoreCase(properties.apply(extension))) {
      say(
          "-D"
              + extension
              + "=false: TLS 1.2 servers that give tickets and keep no sessions resume nothing");
    }
  }

  private static boolean isNumber(String option) {
    return option != null && !option.isEmpty() && option.chars().allMatch(Character::isDigit);
  }

  /** {@code SSLExtension.getDisabledExtensions}: names between commas, perhaps in quotes. */
  private void ofExtensions(String side) {
    String property = String.format(DISABLED, side);
    String value = properties.apply(property);
    if (value == null) {
      return;
    }
    String setting = "-D" + property + "=" + value + ": " + side + "s resume no ";
    for (String name : value.replace("\"", "").split(",")) {
      if (Arrays.asList("pre_shared_key", "psk_key_exchange_modes").contains(name.trim())) {
        say(setting + "TLS 1.3 session");
      } else if (name.trim().equals("session_ticket")) {
        say(setting + "TLS 1.2 session by ticket");
      }
    }
  }

  /** {@code SSLConfiguration.allowLegacyResumption}. */
  private void ofMasterSecrets() {
    String property = "jdk.tls.allowLegacyResumption";
    if ("false".equalsIgnoreCase(properties.apply(property))) {
      say(
          "-D"
              + property
              + "=false: TLS 1.2 without extended master secret (RFC 7627) resumes nothing");
    }
  }

  private void say(String sentence) {
    sentences.add(sentence);
  }
}
