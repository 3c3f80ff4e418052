// SPDX-License-Identifier: Apache-2.0
// Shows every part of the look in one window: sluice-gallery [--dark] [--grab FILE.png]
#include "models/support/plurals.h"
#include "tests/pictures/gallery.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Sluice::installPlurals();
    QCommandLineParser parser;
    parser.addOptions({{u"dark"_s, u"Use the dark palette."_s},
                       {u"grab"_s, u"Save the window as a picture and end."_s, u"file"_s}});
    parser.addHelpOption();
    parser.process(application);

    using Sluice::Theme;
    const Theme theme(application,
                      parser.isSet(u"dark"_s) ? Theme::Mode::Dark : Theme::Mode::Light);
    Sluice::Gallery gallery;
    gallery.resize(1280, 900);
    gallery.show();
    if (parser.isSet(u"grab"_s)) {
        QTimer::singleShot(0, &gallery, [&] {
            QApplication::exit(gallery.grab().save(parser.value(u"grab"_s)) ? 0 : 1);
        });
    }
    return QApplication::exec();
}
