package io.jssekeeper.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays three stories without and with the agent, and prints what was measured side by side.
 *
 * <p>Exit status: 0 if all is as promised with the agent; 1 if it is not, or a run failed; 2 if the
 * demo could not start.
 */
public final class Demo {
  private static final List<Story> STORIES =
      List.of(new RefreshStory(), new BurstStory(), new RestartStory());

  private final Progress progress = new Progress(System.out);
  private final Launcher without;
  private final Launcher with;

  private Demo(Launcher without, Path agent) {
    this.without = without;
    this.with = without.withOptions(List.of("-javaagent:" + agent));
  }

  public static void main(String[] args) throws IOException {
    if (args.length > 1) {
      System.err.println("usage: java -jar jsse-keeper-demo.jar [AGENT_JAR]");
      System.exit(2);
    }
    System.exit(status(args));
  }

  private static int status(String[] args) throws IOException {
    int statusOfFailure = 2;
    try {
      Demo demo = prepare(args);
      statusOfFailure = 1;
      return demo.run() ? 0 : 1;
    } catch (DemoFailure e) {
      System.err.println(e.getMessage());
      return statusOfFailure;
    }
  }

  private static Demo prepare(String[] args) throws IOException {
    Path demoJar =
        Path.of(
            URI.create(Demo.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    Path agent =
        args.length == 1
            ? Path.of(args[0])
            : demoJar.resolveSibling("../../agent/target/jsse-keeper.jar").normalize();
    if (!Files.isRegularFile(agent)) {
      throw new DemoFailure("There is no agent at " + agent + ". Build it, or name it.");
    }
    Jdk jdk = Jdk.at(Path.of(System.getProperty("java.home")));
    Path keyStore = KeyStoreFile.create(jdk);
    return new Demo(new Launcher(jdk, demoJar, keyStore, List.of()), agent.toAbsolutePath());
  }

  /** Whether all was as promised with the agent. */
  private boolean run() {
    List<List<Measure>> measuresWithout = playAll("without agent", without);
    List<List<Measure>> measuresWith = playAll("with agent", with);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < STORIES.size(); i++) {
      comparisons.add(
          new Comparison(STORIES.get(i).title(), measuresWithout.get(i), measuresWith.get(i)));
    }
    boolean cured = comparisons.stream().allMatch(Comparison::cured);
    progress.say("done; JDK " + Runtime.version());
    System.out.printf("%n%s%n", Table.of(comparisons));
    System.out.println(cured ? "With the agent all is as promised." : "!: not as promised.");
    return cured;
  }

  private List<List<Measure>> playAll(String run, Launcher launcher) {
    List<List<Measure>> measures = new ArrayList<>();
    for (Story story : STORIES) {
      progress.say(run + ": " + story.title());
      measures.add(story.play(launcher, progress));
    }
    return measures;
  }
}
