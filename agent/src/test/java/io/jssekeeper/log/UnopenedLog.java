package io.jssekeeper.log;

import io.jssekeeper.config.Options;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.record.ThreadCpuTimer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Records into a log that cannot be opened; prints what was lost. */
public final class UnopenedLog {
  private UnopenedLog() {}

  public static void main(String[] args) throws Exception {
    Path folderAsFile = Path.of("").toAbsolutePath();
    String options = "log=" + folderAsFile + ",log.results=full+failed";
    LogErrors trouble = new LogErrors();
    Recorder recorder =
        new Recorder(
            new Logs(null, trouble).open(Options.load(options, Map.of(), new Properties())),
            new ThreadCpuTimer());
    recorder.full(new Object(), new HandshakeDraft(Side.CLIENT));
    recorder.resumed(new Object(), new HandshakeDraft(Side.CLIENT));
    recorder.failed(new Object(), new HandshakeDraft(Side.CLIENT));
    System.out.println("lost " + trouble.lost());
  }
}
