package org.speechservlet.servers;

import java.util.List;

/** A test class that stands for a row of a table. */
interface Subject {

  /** The table with its row. */
  default Table table() {
    return Table.SERVERS;
  }

  /** The first cells of its row. */
  List<String> row();
}
