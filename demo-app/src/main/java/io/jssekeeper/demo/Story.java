package io.jssekeeper.demo;

import java.util.List;

/** Something that goes wrong for people without the agent, played and measured. */
interface Story {
  String title();

  /** Plays it once; the measures have the same names every time. */
  List<Measure> play(Launcher launcher, Progress progress);
}
