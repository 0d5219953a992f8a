package io.jssekeeper.explain;

import java.util.List;
import java.util.Map;

/**
 * A keeper's values by the names of its MBean's attributes, as plain values: strings, numbers,
 * arrays of strings, maps, and rows (lists of maps).
 *
 * @param <E> thrown if the keeper cannot be asked
 */
public interface Values<E extends Exception> {
  /** The value of an attribute, as of now. */
  Object value(String attribute) throws E;

  default String text(String attribute) throws E {
    return (String) value(attribute);
  }

  default long number(String attribute) throws E {
    return ((Number) value(attribute)).longValue();
  }

  /** An array of strings as a list. */
  default List<String> texts(String attribute) throws E {
    return List.of((String[]) value(attribute));
  }

  @SuppressWarnings("unchecked")
  default List<Map<String, Object>> rows(String attribute) throws E {
    return (List<Map<String, Object>>) value(attribute);
  }

  @SuppressWarnings("unchecked")
  default Map<String, Object> map(String attribute) throws E {
    return (Map<String, Object>) value(attribute);
  }
}
