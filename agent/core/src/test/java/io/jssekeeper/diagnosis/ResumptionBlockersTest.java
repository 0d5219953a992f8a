package io.jssekeeper.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResumptionBlockersTest {
  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(1_000_000), 2);
  private final SessionStore<Object> server = stores.open(Side.SERVER);
  private final SessionStore<Object> client = stores.open(Side.CLIENT);
  private final Map<String, String> options = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private boolean ticketsOnly;

  @Test
  void of_usualSettings_isNothing() {
    server.setTimeout(86_400);
    client.setTimeout(0);
    options.put("server.tickets", "the JDK's");
    options.put("client.tickets", "10");
    properties.put("jdk.tls.client.disableExtensions", "status_request");

    assertThat(found()).isEmpty();
  }

  @Test
  void of_shortTimeouts_areReportedOncePerSideAndLength() {
    server.setTimeout(1);
    stores.open(Side.SERVER).setTimeout(1);
    client.setTimeout(59);

    assertThat(found())
        .containsExactly(
            "the timeout of client sessions is 59s: raise client.timeout",
            "the timeout of server sessions is 1s: raise server.timeout");
  }

  @Test
  void of_aCapacityThatEvictsMost_isReported() {
    server.setCapacity(2);
    for (int i = 0; i < 4; i++) {
      server.put("id" + i, new Object(), new SessionAttributes(0, 1, SessionAttributes.Use.MANY));
    }
    assertThat(found()).isEmpty();

    server.put("one more", new Object(), new SessionAttributes(0, 1, SessionAttributes.Use.MANY));
    assertThat(found())
        .containsExactly(
            "server contexts hold 2 sessions and most were evicted: raise server.capacity");
  }

  @Test
  void of_noTickets_isReportedAndTheOptionWins() {
    properties.put("jdk.tls.server.newSessionTicketCount", "0");
    assertThat(found()).singleElement().asString().contains("newSessionTicketCount=0");

    options.put("server.tickets", "2");
    assertThat(found()).isEmpty();

    options.put("server.tickets", "0");
    options.put("client.tickets", "0");
    assertThat(found())
        .containsExactly(
            "client.tickets=0: clients keep no TLS 1.3 tickets",
            "server.tickets=0: servers send no TLS 1.3 tickets");
  }

  @Test
  void of_extensionsAndMasterSecrets_areReported() {
    properties.put("jdk.tls.server.disableExtensions", "\"status_request, pre_shared_key\"");
    properties.put("jdk.tls.client.disableExtensions", "session_ticket");
    properties.put("jdk.tls.client.enableSessionTicketExtension", "False");
    properties.put("jdk.tls.allowLegacyResumption", "false");

    assertThat(found())
        .hasSize(4)
        .anySatisfy(it -> assertThat(it).endsWith(": servers resume no TLS 1.3 session"))
        .anySatisfy(it -> assertThat(it).endsWith(": clients resume no TLS 1.2 session by ticket"))
        .anySatisfy(it -> assertThat(it).contains("enableSessionTicketExtension=false"))
        .anySatisfy(it -> assertThat(it).contains("(RFC 7627)"));
  }

  @Test
  void of_aSessionThatIsInNoTicket_isReportedWithItsRemedy() {
    ticketsOnly = true;

    assertThat(found())
        .singleElement()
        .asString()
        .contains("tickets to keep", "-Djdk.tls.server.enableSessionTicketExtension=false");
  }

  @Test
  void of_aSideThatThisJvmHasNotBeen_isNothing() {
    options.put("server.tickets", "0");
    options.put("client.tickets", "0");

    ContextRegistry none = new ContextRegistry(new MemoryBudget(1_000_000), 2);
    assertThat(ResumptionBlockers.of(none, options, properties::get, ticketsOnly)).isEmpty();
    none.open(Side.CLIENT);
    assertThat(ResumptionBlockers.of(none, options, properties::get, ticketsOnly))
        .singleElement()
        .asString()
        .startsWith("client.tickets");
  }

  private Set<String> found() {
    return ResumptionBlockers.of(stores, options, properties::get, ticketsOnly);
  }
}
