// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/closechoice.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto closeKey = "window/onClose"_L1;

} // namespace

CloseChoice::Answer CloseChoice::chosen() const
{
    const QString word = m_settings->value(closeKey).toString();
    if (word == "tray"_L1)
        return Answer::Keep;
    return word == "quit"_L1 ? Answer::Quit : Answer::Ask;
}

void CloseChoice::choose(Answer answer)
{
    switch (answer) {
    case Answer::Ask: m_settings->remove(closeKey); break;
    case Answer::Keep: m_settings->setValue(closeKey, u"tray"_s); break;
    case Answer::Quit: m_settings->setValue(closeKey, u"quit"_s); break;
    }
}

CloseChoice::Answer CloseChoice::decide(bool hasTray, bool isWatching) const
{
    return hasTray && isWatching ? chosen() : Answer::Quit;
}

} // namespace Sluice
