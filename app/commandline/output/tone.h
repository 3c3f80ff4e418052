// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Sluice {

// The look of a text on a terminal with colours.
enum class Tone { Plain, Heading, Good, Busy, Progress, Odd, Bad, Faint };

// Returns the text with the terminal's codes for the tone.
QByteArray toned(const QByteArray &text, Tone tone);

// Returns the tone of a pipeline's state. status: in the server's spelling.
Tone toneOfState(const QString &status);

} // namespace Sluice
