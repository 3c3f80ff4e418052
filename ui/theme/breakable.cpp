// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/breakable.h"

namespace Sluice {

namespace {

constexpr int longestPiece = 32; // characters

} // namespace

QString breakable(const QString &text)
{
    QString broken;
    int piece = 0;
    for (const QChar each : text) {
        piece = each.isSpace() ? 0 : piece + 1;
        if (piece > longestPiece && !each.isLowSurrogate() && !each.isMark()) {
            broken += QChar(0x200B);
            piece = 1;
        }
        broken += each;
    }
    return broken;
}

} // namespace Sluice
