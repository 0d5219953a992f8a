package io.jssekeeper.page;

import io.jssekeeper.commands.KeeperQuestions;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.core.WebPage;
import io.jssekeeper.record.Sink;
import io.jssekeeper.weave.WeaveReport;
import java.util.HashMap;
import java.util.Map;

/**
 * The status page at {@code /} and its data at {@code /status.json}, wherever metrics are served.
 */
public final class PageOutput implements Output {
  private final Options options;
  private final RecentRates rates = new RecentRates();
  private final Map<String, WebPage> pages = new HashMap<>();

  public PageOutput(Core core, WeaveReport weaves, Control control, Jvm jvm) {
    options = core.options();
    KeeperQuestions keeper = KeeperQuestions.of(core, weaves, control, jvm);
    StatusJson json = new StatusJson(keeper, rates, options.metricsPeers());
    pages.put("/", new StatusHtml(json));
    pages.put("/status.json", json);
  }

  /** What is to be served, by path. */
  public Map<String, WebPage> pages() {
    return pages;
  }

  @Override
  public Sink handshakes() {
    return rates;
  }

  @Override
  public void start(boolean attached) {
    if (options.metricsHttp().isPresent()) {
      rates.start();
    }
  }

  @Override
  public void stop() {}
}
