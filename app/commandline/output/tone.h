// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Sluice {

// How a text looks on a terminal with colours.
enum class Tone { Plain, Heading, Good, Busy, Progress, Odd, Bad, Faint };

// The text in the tone, for a terminal.
QByteArray toned(const QByteArray &text, Tone tone);

// The tone of a pipeline's state, in the server's spelling.
Tone toneOfState(const QString &status);

} // namespace Sluice
