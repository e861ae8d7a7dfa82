package io.flowmaster.realtime.internal;

import io.flowmaster.platform.LiveChannel;
import io.flowmaster.realtime.ChannelNotFound;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds channels by their names. */
@Component
class LiveChannels {
  private static final Pattern NAME = Pattern.compile("[a-z-]{1,40}(/[A-Za-z0-9._:-]{1,100})?");
  private final Map<String, LiveChannel> kinds = new TreeMap<>();

  LiveChannels(List<LiveChannel> channels) {
    channels.forEach(channel -> kinds.put(channel.kind(), channel));
  }

  /** A channel that somebody listens to. */
  record Place(String name, LiveChannel channel, @Nullable String id) {}

  /**
   * @throws ChannelNotFound when there is none, or none for the current actor
   */
  Place open(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ChannelNotFound();
    }
    int slash = name.indexOf('/');
    LiveChannel channel = kinds.get(slash < 0 ? name : name.substring(0, slash));
    String id = slash < 0 ? null : name.substring(slash + 1);
    if (channel == null || !channel.isOpen(id)) {
      throw new ChannelNotFound();
    }
    return new Place(name, channel, id);
  }
}
