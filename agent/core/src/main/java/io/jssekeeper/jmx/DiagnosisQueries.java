package io.jssekeeper.jmx;

import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.diagnosis.OtherTlsProviders;
import io.jssekeeper.diagnosis.ResumptionBlockers;
import io.jssekeeper.diagnosis.SystemProperties;
import io.jssekeeper.model.Detail;
import io.jssekeeper.weave.KnownDefects;
import java.util.Map;

/** What in this JVM defeats resumption, or is beyond the keeper's reach. Thread-safe. */
final class DiagnosisQueries {
  private final Core core;
  private final OtherTlsProviders otherTls;

  DiagnosisQueries(Core core, Jvm jvm) {
    this.core = core;
    this.otherTls = new OtherTlsProviders(jvm.instrumentation());
  }

  String[] otherTls() {
    return otherTls.found();
  }

  String[] jdkDefects() {
    return KnownDefects.ofThisJdk().toArray(new String[0]);
  }

  String[] settingsAgainstResumption() {
    Map<String, String> options = core.options().asMap();
    boolean ticketsOnly = core.details().has(Detail.TICKETS_ONLY);
    return ResumptionBlockers.of(core.contexts(), options, new SystemProperties(), ticketsOnly)
        .toArray(new String[0]);
  }

  /** The places where TLS contexts are created too often. */
  String[] contextChurn() {
    return core.churn().places().toArray(new String[0]);
  }
}
