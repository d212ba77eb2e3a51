package org.gfpaudit.grammar.scan;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;

/** Everything an index answers, as one text. */
final class IndexDump {
  private IndexDump() {}

  static String of(SourceIndex index) {
    StringBuilder text = new StringBuilder();
    Set<Name> names = new TreeSet<>(Comparator.comparingInt(Name::number));
    for (Entity e : index.entities().toList()) {
      names.add(index.nameOf(e));
      text.append(e).append(' ').append(index.kind(e)).append(' ').append(index.nameOf(e));
      text.append(' ').append(index.path(index.fileOf(e))).append(' ').append(index.extent(e));
      text.append(' ').append(index.nameOffset(e)).append(' ').append(index.isStatic(e));
      text.append(' ').append(index.mentionsMaskType(e)).append(' ').append(index.condition(e));
      text.append(' ').append(index.calls(e)).append('\n');
      names.addAll(index.calls(e));
    }
    for (Name n : names) {
      text.append(n).append(' ').append(index.text(n));
      text.append(' ').append(index.definitions(n));
      text.append(' ').append(index.callers(n));
      text.append(' ').append(index.fieldCallers(n));
      text.append(' ').append(index.fieldWriters(n));
      text.append(' ').append(index.addressTakers(n));
      text.append(' ').append(index.initializersOfField(n));
      text.append(' ').append(index.initializersWithValue(n)).append('\n');
    }
    return text.toString();
  }
}
