package io.jssekeeper.it.program;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Three threads load large classes until the program ends, which leaves the garbage collector much
 * to do.
 */
final class BusyLoading {
  private static final int THREADS = 3;
  private static final int LOADED_BEFORE = 500;
  private static final int ATTRIBUTE_BYTES = 1 << 20;
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_11 = 55;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;

  private BusyLoading() {}

  public static void main(String[] words) throws Exception {
    byte[] file = largeClass();
    CountDownLatch loaded = new CountDownLatch(LOADED_BEFORE);
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> loadForEver(file, loaded), "loading-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    loaded.await();
    new Console().serve("");
  }

  private static void loadForEver(byte[] file, CountDownLatch loaded) {
    while (true) {
      new Loader().define(file);
      loaded.countDown();
    }
  }

  /** An empty interface with a large attribute, which the JVM skips (JVMS 4.7.1). */
  private static byte[] largeClass() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream file = new DataOutputStream(bytes);
    file.writeInt(MAGIC);
    file.writeInt(JAVA_11);
    file.writeShort(5); // constants are counted from one
    file.writeByte(UTF8);
    file.writeUTF("Large");
    file.writeByte(CLASS);
    file.writeShort(1);
    file.writeByte(UTF8);
    file.writeUTF("java/lang/Object");
    file.writeByte(CLASS);
    file.writeShort(3);
    file.writeShort(0x0600); // an abstract interface
    file.writeShort(2);
    file.writeShort(4);
    file.writeShort(0); // interfaces, fields, methods
    file.writeShort(0);
    file.writeShort(0);
    file.writeShort(1);
    file.writeShort(1);
    file.writeInt(ATTRIBUTE_BYTES);
    file.write(new byte[ATTRIBUTE_BYTES]);
    return bytes.toByteArray();
  }

  private static final class Loader extends ClassLoader {
    void define(byte[] file) {
      defineClass(null, file, 0, file.length);
    }
  }
}
