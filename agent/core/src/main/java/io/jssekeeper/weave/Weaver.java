package io.jssekeeper.weave;

import io.jssekeeper.transform.Transformers;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Inserts the table's calls into the JDK's classes as they are loaded. Thread-safe; never throws.
 *
 * <p>Inserts only calls of static methods, without branches, so stack map frames remain valid.
 */
public class Weaver implements ClassFileTransformer {
  private static final String PACKAGE = Names.binary("");

  private final Map<String, List<WeavePoint>> rowsByClass = new HashMap<>();
  private final WeaveReport report;
  private volatile BooleanSupplier onMissed;
  private volatile boolean optionsOn;

  public Weaver(WeaveReport.Listener listener) {
    this(WeaveTable.rows(), listener);
  }

  Weaver(List<WeavePoint> rows, WeaveReport.Listener listener) {
    for (WeavePoint row : rows) {
      rowsOf(row.owner).add(row);
    }
    report = new WeaveReport(rows, listener);
  }

  /** Without a lambda: this runs while the host starts. */
  private List<WeavePoint> rowsOf(String owner) {
    List<WeavePoint> rows = rowsByClass.get(owner);
    if (rows == null) {
      rows = new ArrayList<>();
      rowsByClass.put(owner, rows);
    }
    return rows;
  }

  public WeaveReport report() {
    return report;
  }

  /**
   * Whether optional rows are woven too; takes effect with the next weaving.
   *
   * @return whether that is a change
   */
  public boolean choose(boolean optional) {
    boolean changes = optionsOn != optional;
    optionsOn = optional;
    return changes;
  }

  /** Weaves the classes of optional rows again. */
  public void weaveChosen(Instrumentation instrumentation) throws UnmodifiableClassException {
    Set<String> owners = new HashSet<>();
    for (Map.Entry<String, List<WeavePoint>> rows : rowsByClass.entrySet()) {
      if (chosen(rows.getValue(), true).size() != chosen(rows.getValue(), false).size()) {
        owners.add(rows.getKey());
      }
    }
    transformAgain(instrumentation, owners);
  }

  private static List<WeavePoint> chosen(List<WeavePoint> rows, boolean optional) {
    List<WeavePoint> chosen = new ArrayList<>(rows.size());
    for (WeavePoint row : rows) {
      if (optional || !row.isOptional()) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  /** Weaves the classes that are already loaded, and from now on those loaded later. */
  public void weave(Instrumentation instrumentation) throws UnmodifiableClassException {
    Transformers.add(instrumentation, this);
    transformAgain(instrumentation, rowsByClass.keySet());
  }

  /**
   * Called, on any thread, for each class that could not be woven because the heap was full.
   *
   * @param willWeave whether {@link #weaveMissed} will be called; if not, the weave has failed.
   *     Must not allocate
   */
  public void onMissed(BooleanSupplier willWeave) {
    onMissed = willWeave;
  }

  /**
   * Weaves the classes that could not be woven when they were loaded, because the heap was full.
   */
  public void weaveMissed(Instrumentation instrumentation) throws UnmodifiableClassException {
    transformAgain(instrumentation, report.waiting());
  }

  /**
   * Reverts every change: the classes are as if the weaver had never existed.
   *
   * @param instrumentation the one used for weaving; another one does not know the transformer
   */
  public void unweave(Instrumentation instrumentation) throws UnmodifiableClassException {
    stop(instrumentation);
    transformAgain(instrumentation, rowsByClass.keySet());
    report.unwoven();
  }

  /** Weaves nothing from now on; what is woven stays. */
  public void stop(Instrumentation instrumentation) {
    Transformers.remove(instrumentation, this);
  }

  private static void transformAgain(Instrumentation instrumentation, Set<String> classes)
      throws UnmodifiableClassException {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      String name = type.getName();
      if (name.startsWith(PACKAGE)
          && type.getClassLoader() == null
          && classes.contains(name.replace('.', '/'))) {
        loaded.add(type);
      }
    }
    if (!loaded.isEmpty()) {
      instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classfile) {
    List<WeavePoint> rows = loader == null && className != null ? rowsByClass.get(className) : null;
    return rows == null ? null : transform(classfile, chosen(rows));
  }

  private List<WeavePoint> chosen(List<WeavePoint> rows) {
    boolean optional = optionsOn;
    for (WeavePoint row : rows) {
      if (row.isOptional() && !optional) {
        report.notChosen(row);
      }
    }
    return chosen(rows, optional);
  }

  private byte[] transform(byte[] classfile, List<WeavePoint> rows) {
    try {
      return woven(classfile, rows);
    } catch (Throwable t) {
      if (!(t instanceof OutOfMemoryError) || !isWovenLater()) {
        for (WeavePoint row : rows) {
          report.failed(row, t);
        }
      }
      return null;
    }
  }

  private boolean isWovenLater() {
    BooleanSupplier willWeave = onMissed;
    return willWeave != null && willWeave.getAsBoolean();
  }

  /** The class with its calls, or null if there is nothing to weave. */
  byte[] woven(byte[] classfile, List<WeavePoint> rows) {
    ClassReader reader = new ClassReader(classfile);
    Declared declared = Declared.in(reader);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassWeave weave = new ClassWeave(writer, declared, rows);
    reader.accept(weave, 0);
    boolean changed = false;
    for (WeavePoint row : rows) {
      if (weave.hasWoven(row)) {
        changed = true;
        report.active(row);
      } else {
        report.absent(row, declared.descriptorOf(row) != null);
      }
    }
    return changed ? writer.toByteArray() : null;
  }
}
