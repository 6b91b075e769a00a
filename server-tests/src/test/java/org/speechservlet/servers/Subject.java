package org.speechservlet.servers;

import java.util.List;

/** A test class that stands for a row of the table. */
interface Subject {

  /** The first cells of its row. */
  List<String> row();
}
