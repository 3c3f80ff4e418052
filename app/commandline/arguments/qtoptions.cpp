// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/qtoptions.h"

using namespace Qt::StringLiterals;

namespace Sluice {

// The lists say which options take a value in Qt.
WithoutQtOptions::WithoutQtOptions(const QStringList &all)
{
    static const QStringList withValue{u"platform"_s,      u"platformpluginpath"_s,
                                       u"platformtheme"_s, u"plugin"_s,
                                       u"style"_s,         u"stylesheet"_s,
                                       u"session"_s,       u"qwindowgeometry"_s,
                                       u"qwindowicon"_s,   u"qwindowtitle"_s,
                                       u"display"_s,       u"geometry"_s,
                                       u"icon"_s,          u"title"_s,
                                       u"name"_s};
    static const QStringList joined{u"style"_s, u"stylesheet"_s}; // also with = and the value
    static const QStringList alone{u"reverse"_s, u"widgetcount"_s, u"nograb"_s, u"dograb"_s};
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString &word = all.at(i);
        if (word == u"--") { // no options follow
            words += all.mid(i);
            break;
        }
        const qsizetype dashes = word.startsWith(u"--") ? 2 : word.startsWith(u'-') ? 1 : 0;
        const QString name = dashes > 0 ? word.mid(dashes) : QString();
        const bool isJoined = name.contains(u'=') && joined.contains(name.section(u'=', 0, 0));
        // Qt does not take an option without its value either.
        const bool isPair = withValue.contains(name) && i + 1 < all.size();
        if (!isJoined && !isPair && !alone.contains(name)) {
            words.append(word);
            continue;
        }
        if (first.isEmpty())
            first = word;
        i += isPair ? 1 : 0;
    }
}

} // namespace Sluice
