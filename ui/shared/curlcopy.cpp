// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/curlcopy.h"

#include "models/definition/definition.h"
#include "models/exchange/files/filename.h"
#include "models/exchange/files/wholefile.h"
#include "models/json/jsontext.h"
#include "ui/shared/messagebox.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/questionbox.h"

#include <QCoreApplication>

namespace Sluice {

namespace {

struct CopyWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::CurlCopy)
};

QString fileNameOf(const Request &request)
{
    TakenNames none;
    const ParsedJson body = parseJsonObject(request.body.value_or(QByteArray()));
    return fileNameFor(body.object ? Definition::name(*body.object) : QString(), none);
}

} // namespace

void CurlCopy::withBody() const
{
    if (fitsCommandLine(request)) {
        copyToClipboard(curlText(request, baseUrl, options));
        return;
    }
    auto *box = new QuestionBox(CopyWords::tr("The definition is too long for a command line."),
                                CopyWords::tr("Save it to a file. The command then reads it from "
                                              "there."),
                                CopyWords::tr("Save…"), QuestionBox::Kind::Plain, window);
    QObject::connect(box, &QDialog::accepted, window, [copy = *this] { copy.withFile(); });
    box->open();
}

void CurlCopy::withFile() const
{
    paths.saveFile(window, CopyWords::tr("Save the definition for the command"),
                   fileNameOf(request), [copy = *this](const QStringList &chosen) {
                       if (!chosen.isEmpty())
                           copy.writeTo(chosen.first());
                   });
}

void CurlCopy::writeTo(const QString &path) const
{
    const QString problem = writeWhole(path, request.body.value_or(QByteArray()));
    if (!problem.isEmpty()) {
        showMessage(window, CopyWords::tr("The definition was not saved."), problem);
        return;
    }
    CurlOptions fromFile = options;
    fromFile.bodyFile = path;
    copyToClipboard(curlText(request, baseUrl, fromFile));
}

} // namespace Sluice
