package io.jssekeeper.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time of the process per call, and the share of the JVM's compiler: on a busy machine this is
 * more telling than elapsed time.
 */
public final class CpuTime implements InternalProfiler {
  static final String LABEL = "cpu";
  static final String COMPILER_LABEL = "compiler";

  private long start;
  private long compilerStart;

  @Override
  public String getDescription() {
    return "processor time per call";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = nanos();
    compilerStart = compilerNanos();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double calls = result.getMetadata().getAllOps();
    return List.of(
        perCall(LABEL, (nanos() - start) / calls),
        perCall(COMPILER_LABEL, (compilerNanos() - compilerStart) / calls));
  }

  private static ScalarResult perCall(String label, double nanos) {
    return new ScalarResult(label, nanos, "ns/op", AggregationPolicy.AVG);
  }

  /** The compiler's threads update it at the end of each method they compile. */
  private static long compilerNanos() {
    return TimeUnit.MILLISECONDS.toNanos(
        ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
  }

  private static long nanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
