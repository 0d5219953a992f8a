package io.jssekeeper.commands;

import io.jssekeeper.channel.ChannelPaths;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.weave.WeaveReport;

/** Lets the same user's command line query and control this keeper. */
public final class CommandsOutput implements Output {
  private final CommandThread thread;
  private final String questions;

  public CommandsOutput(Core core, WeaveReport weaves, Control control, Jvm jvm) {
    questions = PrivatePath.make();
    KeeperQuestions keeper = KeeperQuestions.of(core, weaves, control, jvm);
    thread = new CommandThread(new Mailbox(questions), keeper, core.suppressedErrors());
  }

  /** System properties tell the path to users that may attach to this JVM. */
  @Override
  public void start(boolean attached) {
    thread.start();
    System.setProperty(ChannelPaths.PROPERTY, questions);
  }

  @Override
  public boolean outlivesFailure() {
    return true;
  }

  /** May be called on its own thread, when that was told to detach: then it ends a bit later. */
  @Override
  public void stop() throws InterruptedException {
    thread.stop();
    System.clearProperty(ChannelPaths.PROPERTY);
  }
}
