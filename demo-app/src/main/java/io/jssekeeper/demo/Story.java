package io.jssekeeper.demo;

import java.util.List;

/** Something that goes wrong without the agent, played out and measured. */
interface Story {
  String title();

  /** Plays it once; the measures always have the same names. */
  List<Measure> play(Launcher launcher, Progress progress);
}
