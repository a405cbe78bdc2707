package org.amelionboarding.message;

/** A channel works again; heard as {@link ChannelDown} is. */
public record ChannelRestored(Channel channel) {}
